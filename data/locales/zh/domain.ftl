refused-stale = 状态已变更:别人刚处理过这一批。请重新打开再看。
refused-conflict = 两处同时处理了这一批,意见不一。请先退回或撤回,再继续。
refused-role = 这一步需要“{ $role ->
    [clerk] 填报员
    [reviewer] 审核员
    [signer] 签发人
    [treasurer] 财政
    [administrator] 管理员
   *[other] 审计员
}”岗位。请换有此岗位的人登录。
refused-unknown-author = 没有找到登录人的登记。请联系管理员。
refused-not-submitted = 只有“待审”的批次才能通过或退回。
refused-not-open = 批次已交乡镇,不能修改。需要修改时请先请乡镇退回,或撤回。
refused-not-approved = 只有“已审核”的批次才能报财政。
refused-already-handed = 批次已报财政,不能再退回或撤回。更正请另建批次。
refused-nothing-there = 没有可以撤回的内容。
refused-own-batch = 经办人不能审核自己填报或修改过的批次。请换另一位审核员。
refused-own-line = 名单中有审核人本人,不能由本人审核。请换另一位审核员。
refused-other-rows = 名单已不是送审的那一份。请重新打开再看。
refused-blocked = 还有 { $count } 处拦截问题。请先改正(F3 下一处),再公示或提交。
refused-unexplained = 还有 { $count } 处需要写明理由。请逐处说明后再提交。
refused-empty = 名单是空的。请先录入明细。
refused-notice-first = 本项目须先公示。请先发布公示,公示期满后才能报财政。
refused-notice-differs = 公示后名单有变化。请重新发布公示(新版本),再提交。
refused-notice-after-review = 本项目在乡镇审核通过后公示。请先提交审核。
refused-no-notice = 本项目不公示。
refused-already-public = 同一份名单已经公示,不必重复发布。
refused-notice-runs = 公示期到 { $date } 才满,期满次日起才能报财政。
refused-no-reason = 请写明理由。
refused-misfit = 这一步与批次不符。请重新打开再看。
refused-not-reviewed = 尚未审核, 不能签发: 请等审核通过。
refused-own-review = 审核和签发须由两人办理: 请换一人签发。
refused-desk-acted = 下一岗位已经处理, 不能取消送审: 请联系乡镇退回。
refused-not-paid = 尚未登记到账, 不能公开发放结果。
refused-not-handed = 尚未报送财政, 不能登记到账。
refused-already-paid = 到账已经登记过。
refused-not-closed = 尚未办结或仍有未了事项, 不能销毁: 只能销毁已撤回公示的内容。
refused-held = 有暂缓办理的异议未答复, 不能审核或签发。
refused-correction-due = 异议已认定属实, 更正尚未公示: 请先更正并重新公示。
refused-never-posted = 本村设有公开栏, 但这份公示没有张贴记录: 请先登记张贴。
refused-nothing-to-correct = 只有已报财政的批次才能用更正批次更正。
refused-future-day = 日期不能晚于今天。
refused-no-such-disclosure = 本批次没有这份公示。
refused-not-live = 这份公示已被更正、撤回或下架: 请张贴最新一版。
refused-already-withdrawn = 这份公示已经撤回。
refused-already-posted = 这份公示已在该栏张贴。
refused-not-posted = 没有在贴的这条张贴记录。
refused-list-runs = 名单的公开期限未到, 不能下架。
refused-photo-needed = 这是撤下通知: 请附撤下后的照片。
refused-board-retired = 该公开栏不属于本村、尚未启用或已停用。
refused-board-words = 公开栏要有名称, 并至少设一个栏目。
refused-no-such-column = 该公开栏没有这个栏目。
refused-already-said = 这一期的"本期无事项"已经登记。
refused-no-such-case = 没有这件异议或查询。
refused-case-closed = 这件已经答复, 不能再改。
refused-case-escalated = 这件已转办, 须由乡镇办理。
refused-not-investigated = 尚未核实: 请先登记两人核实的结果。
refused-two-investigators = 核实须两人, 请写明两个不同的姓名。
refused-upheld-needs-action = 认定属实的, 须更正、撤回或列入更正批次。
refused-not-upheld-needs-none = 认定不属实的, 只作说明, 不作更正。
refused-no-answer = 尚未答复,没有答复书。
refused-no-unit = 请写明转办单位。
refused-keep-until = 保管期限到 { $date } 为止, 现在不能销毁。
refused-objection-open = 还有 { $count } 件异议没有答复, 不能报送财政。
refused-paid-too-early = 到账日期不能早于支付清单的日期 { $date }。
refused-posted-too-early = 张贴日期不能早于发布日期 { $date }。
refused-taken-down-too-early = 撤下日期不能早于张贴日期 { $date }。
