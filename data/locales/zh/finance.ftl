finance-empty = 支付清单里没有批次。请先选择已审核通过的批次。
finance-twice = 批次 { $label } 在支付清单里出现两次。请去掉一个。
finance-lines = 批次 { $label } 应有 { $said } 笔, 实有 { $found } 笔, 没有生成文件。请从备份恢复该批次数据后重试。
finance-sum = 批次 { $label } 的明细合计不等于审核通过的 { $said } 元, 没有生成文件。请从备份恢复该批次数据后重试。
finance-too-large = 支付清单合计超过十万亿元。请检查金额。
