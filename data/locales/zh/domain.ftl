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
