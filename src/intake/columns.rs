//! The columns of a roll and the words by which offices name them.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Serial,
    HeadName,
    HeadId,
    Name,
    Id,
    BeneficiaryName,
    BeneficiaryId,
    PayeeName,
    PayeeId,
    Household,
    Group,
    Bank,
    Card,
    Phone,
    Quantity,
    Rate,
    Months,
    Amount,
    PaidOn,
    Remark,
    VillageCode,
    VillageName,
    Programme,
    Period,
    /// Known, and not part of a line (signature, age, state of payment).
    Aside,
}

/// Number of kinds, for tables by column.
pub(super) const KINDS: usize = Column::Aside as usize + 1;

/// Head words without brackets and padding; the earlier a word stands, the surer it is.
const WORDS: [(Column, &[&str]); KINDS] = [
    (Column::Serial, &["序号", "编号", "行号", "NO", "No", "序"]),
    (
        Column::HeadName,
        &["户主姓名", "户主", "户主名称", "农户姓名", "户主姓名名称", "农户名称", "户主名", "承包户姓名", "承包户户主姓名", "农户户主姓名"],
    ),
    (
        Column::HeadId,
        &[
            "户主身份证号",
            "户主身份证号码",
            "户主证件号码",
            "户主证件号",
            "户主身份证",
            "农户身份证号",
            "农户身份证号码",
            "户主公民身份号码",
            "户主居民身份证号码",
            "户主身份号码",
        ],
    ),
    (
        Column::Name,
        &[
            "姓名",
            "补贴对象",
            "补贴对象姓名",
            "人员姓名",
            "名字",
            "对象姓名",
            "补贴人姓名",
            "补贴对象名称",
            "补贴农户",
            "农户",
            "种植户",
            "种植户姓名",
            "种粮农民姓名",
            "老人姓名",
            "残疾人姓名",
            "受补对象",
        ],
    ),
    (
        Column::Id,
        &[
            "身份证号",
            "身份证号码",
            "身份证",
            "公民身份号码",
            "证件号码",
            "证件号",
            "居民身份证号",
            "身份证件号码",
            "公民身份证号",
            "公民身份证号码",
            "居民身份证号码",
            "身份号码",
        ],
    ),
    (
        Column::BeneficiaryName,
        &[
            "享受人姓名",
            "享受人",
            "受益人",
            "受益人姓名",
            "享受对象",
            "享受人员",
            "保障对象",
            "保障对象姓名",
            "申请人姓名",
            "救助对象",
            "低保对象",
            "救助对象姓名",
            "享受待遇人员",
            "申请人",
        ],
    ),
    (
        Column::BeneficiaryId,
        &[
            "享受人身份证号",
            "享受人身份证号码",
            "享受人证件号码",
            "受益人身份证号",
            "受益人身份证号码",
            "申请人身份证号",
            "保障对象身份证号",
        ],
    ),
    (
        Column::PayeeName,
        &[
            "收款人姓名",
            "收款人",
            "领款人",
            "领款人姓名",
            "开户名",
            "户名",
            "账户名",
            "账户名称",
            "持卡人",
            "持卡人姓名",
            "开户人",
            "领取人",
            "领取人姓名",
            "收款户名",
            "收款人名称",
            "存折户名",
            "开户姓名",
        ],
    ),
    (
        Column::PayeeId,
        &[
            "收款人身份证号",
            "收款人身份证号码",
            "收款人证件号码",
            "领款人身份证号",
            "持卡人身份证号",
            "持卡人身份证号码",
            "领取人身份证号",
            "开户人身份证号",
            "收款人身份证",
            "领款人身份证号码",
        ],
    ),
    (Column::Household, &["户编号", "户号", "农户编号", "家庭编号", "农户编码"]),
    (Column::Group, &["村民小组", "组", "组别", "村组", "小组", "村居民小组", "所在组", "所属小组", "村小组", "村民组", "自然村组"]),
    (
        Column::Bank,
        &[
            "开户银行",
            "开户行",
            "银行",
            "发卡银行",
            "银行名称",
            "开户银行名称",
            "代发银行",
            "开户行名称",
            "金融机构",
            "开户金融机构",
            "代发金融机构",
            "开户网点",
            "发放银行",
        ],
    ),
    (
        Column::Card,
        &[
            "银行卡号",
            "社保卡号",
            "银行账号",
            "一卡通账号",
            "社保卡账号",
            "一卡通卡号",
            "社会保障卡号",
            "社会保障卡账号",
            "卡号",
            "账号",
            "银行账户",
            "一卡通号",
            "社保卡银行账号",
            "帐号",
            "银行帐号",
            "存折号",
            "惠农卡号",
            "一折通账号",
            "收款人账号",
            "银行卡账号",
            "社会保障卡银行账号",
            "社保卡金融账号",
            "一卡通银行账号",
            "银行卡",
            "存折账号",
            "收款账号",
            "收款人银行账号",
            "发放账号",
            "惠民惠农卡号",
            "社会保障卡卡号",
        ],
    ),
    (Column::Phone, &["联系电话", "电话", "手机号", "手机号码", "联系方式", "电话号码", "手机", "移动电话", "本人电话"]),
    (
        Column::Quantity,
        &[
            "补贴面积",
            "补贴数量",
            "数量",
            "补助面积",
            "享受面积",
            "核定面积",
            "种植面积",
            "面积",
            "亩数",
            "保障人口",
            "保障人数",
            "补贴人数",
            "人数",
            "人口",
            "实补面积",
            "补贴亩数",
            "实际种植面积",
            "享受人数",
            "发放人数",
            "补助人数",
        ],
    ),
    (
        Column::Rate,
        &[
            "补贴标准",
            "标准",
            "补助标准",
            "发放标准",
            "月补差",
            "补贴月标准",
            "月标准",
            "单价",
            "亩均标准",
            "每亩标准",
            "月补贴标准",
            "人均补差",
            "补贴单价",
            "补助单价",
            "每人每月标准",
            "亩补贴标准",
            "人均月补差",
        ],
    ),
    (Column::Months, &["发放月数", "月数", "补贴月数", "享受月数", "补发月数", "补助月数", "计发月数", "月份数"]),
    (
        Column::Amount,
        &[
            "补贴金额",
            "发放金额",
            "金额",
            "实发金额",
            "补助金额",
            "补贴资金",
            "资金",
            "应发金额",
            "合计金额",
            "金额合计",
            "补贴额",
            "补助资金",
            "津贴金额",
            "发放资金",
            "实际发放金额",
            "本次发放金额",
            "发放金额合计",
            "补贴金额合计",
            "实补金额",
            "应补金额",
            "实领金额",
            "补贴总额",
            "补助总额",
            "兑付金额",
            "补贴总金额",
        ],
    ),
    (Column::PaidOn, &["发放日期", "发放时间", "支付日期", "打卡日期", "拨付日期", "兑付日期", "到账日期"]),
    (Column::Remark, &["备注", "说明", "附注"]),
    (
        Column::VillageCode,
        &["村代码", "村编码", "行政区划代码", "区划代码", "村委会代码", "行政村代码", "行政村编码", "村级代码", "村委会编码"],
    ),
    (
        Column::VillageName,
        &[
            "村名",
            "村",
            "村委会",
            "行政村",
            "村居委会",
            "村名称",
            "所在村",
            "所属村",
            "村社区",
            "行政村名称",
            "村别",
            "村委",
            "行政村名",
            "村居",
            "居委会",
            "所属行政村",
            "村庄",
        ],
    ),
    (
        Column::Programme,
        &["项目名称", "补贴项目", "项目", "补贴名称", "补贴种类", "补贴项目名称", "资金名称", "补贴类型", "补贴资金名称", "资金项目"],
    ),
    (Column::Period, &["年度", "所属期", "年份", "补贴年度", "发放年度", "补贴期间", "所属年度", "发放期次", "补贴年份", "发放期"]),
    (
        Column::Aside,
        &[
            "批次号",
            "批次",
            "计量单位",
            "单位",
            "支付状态",
            "填报日期",
            "现居住地",
            "年龄",
            "性别",
            "农户签字",
            "签字",
            "签名",
            "领款人签字",
            "户主签字",
            "住址",
            "家庭住址",
            "地址",
            "承包面积",
            "确权面积",
            "流转出",
            "流转入",
            "流转出面积",
            "流转入面积",
            "不予补贴面积",
            "乡镇",
            "乡",
            "镇",
            "县",
            "本人签字",
            "手印",
            "农户签字按手印",
            "与户主关系",
            "关系",
            "保障类别",
            "出生日期",
            "民族",
            "签章",
            "盖章",
            "身份证类型",
            "证件类型",
            "领取人签字",
            "户籍地址",
            "现住址",
            "领取人签名",
            "户主签名",
            "农户签名",
        ],
    ),
];

/// The column that a head cell means, and how sure its word is (0 = surest).
pub(super) fn named(bare: &str) -> Option<(Column, usize)> {
    WORDS.iter().find_map(|(column, words)| words.iter().position(|word| *word == bare).map(|rank| (*column, rank)))
}

/// The column of a person's cell below a group head such as `享受人信息`.
pub(super) fn under(group: &str, column: Column) -> Column {
    let says = |words: &[&str]| words.iter().any(|word| group.contains(word));
    let (name, id) = if says(&["户主", "农户"]) {
        (Column::HeadName, Column::HeadId)
    } else if says(&["享受", "受益", "保障对象", "补贴对象"]) {
        (Column::BeneficiaryName, Column::BeneficiaryId)
    } else if says(&["收款", "领款", "持卡", "开户"]) {
        (Column::PayeeName, Column::PayeeId)
    } else {
        return column;
    };
    if column == Column::Name {
        name
    } else if column == Column::Id {
        id
    } else {
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::tidy::bare;

    #[test]
    fn a_head_is_known_by_its_words_in_any_dress() {
        for (words, column) in [
            ("姓  名", Column::Name),
            ("社保卡(一卡通)账号", Column::Card),
            ("补贴金额（元）", Column::Amount),
            ("村(居)委会", Column::VillageName),
            ("村(居)民小组", Column::Group),
            ("享受人身份证号", Column::BeneficiaryId),
        ] {
            assert_eq!(named(&bare(words)).map(|(column, _)| column), Some(column), "{words}");
        }
        assert_eq!(named("家庭成员"), None);
    }

    #[test]
    fn every_word_means_one_column() {
        let mut all: Vec<_> = WORDS.iter().flat_map(|(_, words)| words.iter()).collect();
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }
}
