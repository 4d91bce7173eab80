# 命令行:用法错误、帮助、各命令 JSON 文档的说明

usage-unknown-command = 没有“{ $word }”这个命令。请运行 cunbang --help 查看全部命令。
usage-unknown-part = “{ $group }”后面要写其中一个:{ $parts }。请运行 cunbang { $group } --help 查看说明。
usage-option-first = 请先写命令,再写 { $option }。例如:cunbang batch list --stage submitted
usage-unknown-option = “{ $command }”没有 { $option } 这个选项。请运行 cunbang { $command } --help 查看它的选项。
usage-twice = { $option } 写了两次,请只留一个。
usage-no-value = { $option } 后面缺少内容,请补上。
usage-needless-value = { $option } 后面不写内容,请去掉等号及其后面的部分。
usage-missing-option = “{ $command }”还需要 { $option }。请补上,或运行 cunbang { $command } --help 查看说明。
usage-missing-word = “{ $command }”后面还需要 { $word }。请补上,或运行 cunbang { $command } --help 查看说明。
usage-too-many-words = “{ $command }”后面多写了内容。带空格的内容请加引号;用法见 cunbang { $command } --help
usage-form = { $option } 的写法不对,请这样写:{ $form }
usage-roles = 这几个岗位不能由同一个人担任:填报、审核、财政须分开,管理员不能审核或办理财政。请分给不同的人。
usage-one-of = “{ $command }”需要且只能选其中一个:{ $options }。
usage-any-of = “{ $command }”至少需要其中一个:{ $options }。
usage-not-text = 命令中有无法识别的字符,请改用 UTF-8 编码后重试。
usage-unreadable = 无法读懂这条命令。请运行 cunbang --help 查看用法。

cli-output-failed = 结果无法写出,请检查磁盘空间或输出文件。

cli-help-what = 村榜 cunbang:村级补贴公示终端。不写命令则打开全屏界面。
cli-help-usage = 用法:cunbang 命令 [选项]。大写的词换成实际内容,方括号内可省,... 表示可写多个。
cli-help-options = 选项:
cli-help-globals = 各命令通用的选项:
cli-help-exit = 退出状态:0 完成;1 被拒绝或查出问题;2 用法错误;3 账本或文件有故障;4 口令错误或已锁定。
cli-help-json =
    BATCH 可写批次号(B-7K3QX2MD-42)、草稿号(D-3)或单位流水号(140923104-2026-DL-0007)。
    --json 时标准输出只有一份 JSON 文档:完成时 "ok" 为 true,查出问题时为 false;
    出错时另有 "code"(固定的错误代码)和 "said"(一句话说明)。各命令的键见 cunbang 命令 --help
cli-help-json-document = --json 输出的键:

cli-option-data = 账本所在文件夹;不写则用环境变量 CUNBANG_DATA,再没有则用当前文件夹下的 cunbang-data
cli-option-lang = 语言:zh 中文(默认),en 英文
cli-option-as = 由谁办理(用户姓名)
cli-option-password-file = 从文件第一行读口令;不写则在屏幕上询问。口令不能写在命令里
cli-option-now = 假定今天的日期,只用于练习账本,例如 2026-11-22 或 2026-11-22T09:15
cli-option-json = 输出一份 JSON 文档
cli-option-help = 显示帮助
cli-option-version = 显示版本

cli-option-office = 单位的区划代码(9 位乡镇,12 位村)
cli-option-office-name = 单位名称,照公章写
cli-option-host = 公示网站的主机名,可带路径
cli-option-practice = 建成练习账本:打印的一切都带“练习”字样,以后不能改为正式
cli-option-id-number-file = 从文件第一行读本人身份证号;不写则询问。只保存加密摘要,用于回避
cli-option-recovery-file = 把恢复码写入此文件,不在屏幕上抄写核对
cli-option-user-name = 新用户姓名
cli-option-roles = 岗位,用逗号分开:clerk 填报,reviewer 审核,signer 签发,treasurer 财政,administrator 管理,auditor 审计
cli-option-new-password-file = 从文件第一行读新用户的口令;不写则询问两遍
cli-option-code-file = 从文件第一行读恢复码;不写则询问
cli-option-list-kind = 名单种类:deceased 死亡、staff 财政供养、relatives 干部亲属备案、register 项目名册
cli-option-list-as-of = 名单截至哪一天
cli-option-list-programme = 名册所属的项目代码或名称
cli-option-programme = 补贴项目(代码、名称或简称);不写则从文件中读
cli-option-division = 村的 12 位代码;不写则从文件中读
cli-option-period = 所属期:2026、2026H1、2026Q2 或 2026-07
cli-option-columns = 不认识的表头是什么列:领取额=补贴金额,H=备注,I=-(不读);栏名同 --field,也可写中文列名
cli-option-profile = 用保存过的列对应
cli-option-save-profile = 把这次的 --columns 按此名保存,以后表头相同的文件自动使用
cli-option-template = 文件须和该项目、该年度的采集模板逐列一致,严格检查
cli-option-despite-title = 标题里的村、项目或时期与指定的不同,仍按指定的读入
cli-option-dry-run = 只显示会导入什么,不写入
cli-option-from-batch = 上期批次
cli-option-new-programme = 不从批次新建时:补贴项目(代码、名称或别名)
cli-option-new-division = 不从批次新建时:村代码
cli-option-kind = 批次类型:normal 正常,arrears 补发
cli-option-from-last = 照该项目该村最近一批的名册,标准和金额按新的所属期重算
cli-option-stage = 只列此状态:open 草稿,submitted 待审,reviewed 待签发,approved 已审核,returned 已退回,handed 已报财政,paid 已发放,withdrawn 已撤回
cli-option-only-programme = 只列此项目
cli-option-only-division = 只列此村或此乡镇
cli-option-line = 要改的行号
cli-option-field = 要改的栏:name、id、card、quantity、rate、amount、group、bank、phone、months、household、paid-on、remark,享受人 beneficiary-name、beneficiary-id,收款人 payee-name、payee-id
cli-option-value = 新内容
cli-option-value-file = 从文件第一行读新内容(身份证号、卡号请用此法)
cli-option-insert = 在末尾增加一行
cli-option-remove = 删去此行
cli-option-undo = 撤销上一次修改
cli-option-check = 疑点编号,例如 A07
cli-option-finding-lines = 疑点涉及的行号
cli-option-reason = 理由
cli-option-lines = 涉及的行号,例如 14,87 或 3-7
cli-option-from-day = 公示第一天;不写则为今天
cli-option-out-file = 写入的文件
cli-option-out-folder = 写入的文件夹
cli-option-paper = 单位留存的纸面姓名文件,一并核对
cli-option-backup-folder = 备份文件夹(最好在另一块盘上)
cli-option-restore-from = 备份文件夹
cli-option-no-tui = 结束后不打开全屏界面

cli-help-init = 建立账本、第一位管理员和恢复码
cli-help-user-add = 增加用户并授予岗位
cli-help-user-list = 列出用户
cli-help-user-password = 改自己的口令
cli-help-user-reset = 给忘记口令的用户设新口令(管理员)
cli-help-user-recover = 凭恢复码给管理员设新口令
cli-help-reference-import = 导入区划、项目、标准、节假日、法律条款和其他规则
cli-help-list-import = 导入比对名单(CSV, 有“身份证号”一列);只存加密散列, 不存号码
cli-help-list-list = 列出比对名单
cli-help-roll-import = 导入花名册(xlsx、xls、csv),按项目、村、所属期分成草稿
cli-help-profile-list = 列出保存的列对应
cli-help-profile-remove = 删去一份保存的列对应
cli-help-roll-new = 新建草稿:空的,或从上期批次
cli-help-batch-list = 列出批次与草稿
cli-help-batch-show = 显示一个批次的各行、状态与经过
cli-help-batch-check = 检查草稿,列出疑点
cli-help-batch-discard = 作废一份还没有公示或提交的草稿
cli-help-batch-edit = 改一行、增行、删行或撤销
cli-help-batch-explain = 为需要说明的疑点写理由
cli-help-batch-diff = 与上一批比较:新增、消失、变化
cli-help-batch-publish = 发布公示,生成公开码与核对码
cli-help-batch-submit = 提交审核
cli-help-batch-approve = 审核通过
cli-help-batch-return = 退回,写明理由与行号
cli-help-batch-withdraw = 撤回,写明理由
cli-help-find = 按姓名、拼音首字母、身份证号或尾号查人
cli-help-poster = 生成张贴用的公示榜 PDF
cli-help-signature-sheet = 生成农户签字表 PDF
cli-help-qr = 在屏幕上显示公示的二维码
cli-help-template-blank = 写出一个项目的空白采集模板(xlsx)
cli-help-template-export = 把一个批次写成省平台的采集模板(xlsx)
cli-help-site-build = 生成公示网站
cli-help-finance-pay = 把已审核的批次编入支付清单
cli-help-finance-export = 导出支付清单(xlsx、csv)
cli-help-verify = 核对保存的公示文件与公开码是否一致
cli-help-journal-verify = 逐条核对记录的签名与链条
cli-help-store-check = 检查账本文件是否完好
cli-help-store-backup = 备份账本与钥匙,并核对备份
cli-help-store-restore = 从备份恢复到新的账本文件夹
cli-help-store-rebuild = 从记录重新生成卷宗与索引
cli-help-completions = 写出补全脚本,命令行按 Tab 补全命令、选项和可选的词
cli-help-man = 写出手册页(man),每条命令一页;默认中文,--lang en 为英文
cli-help-schema = 显示一条命令输出文档的 JSON Schema(如 schema batch list)
cli-schema-of-none = 没有这条命令;帮助中列有全部命令。
cli-help-demo = 建一个练习乡镇,走完全部环节,产物在 demo 文件夹

-json-who = "batch" 批次号(未办理前同草稿号)、"draft" 草稿号、"label" 流水号、"programme" 代码、"programme_name"、"division"、"village"、"period"、"kind"(normal、arrears 补发、correction 更正)、"stage" 状态
-json-possible = "possible" 能否办理,按命令分列:"yes"、{"{"} "no": 不能的代码 {"}"}、"unchecked"(还没有人看过现有各行)
-json-case =
    "subject" 编号、"no" 登记号、"case"(objection 异议、enquiry 查询)、"type"、"channel"、"row" 行号、"hold"、"received_on"、
    "due" 答复期限、"outcome"、"escalated_to"、"answered_on"、"action"、"settled" 答应的已办到;有关批次的另有 { -json-who }
-json-board =
    "board" 编号、"village"、"name"、"place"、"kind"、"columns" 栏目、"since" 启用日期、"inspected_on" 与 "condition" 最近巡查、
    "retired_on" 停用日、"nothing" 本期无事项列表,每项:"column"、"period"、"on"
cli-json-init =
    "office" 区划代码、"user" 管理员姓名、"practice" 是否练习、
    "fingerprint" 公示公钥指纹(24 位数字)、"data" 账本文件夹
cli-json-user-add = "user" 姓名、"number" 编号、"roles" 岗位列表
cli-json-user-list = "users" 列表,每项:"user" 姓名、"number" 编号、"roles" 岗位列表
cli-json-user-password = 无
cli-json-user-reset = "number" 用户编号
cli-json-reference-import = "set" 名称、"divisions" 区划数、"programmes" 项目数、"changes":每条的 "change"、"rule"、"since"、"to";"rewrites" 是否改变过去的规则、"decided_since" 之后已办的批次数
cli-json-list-import = "list" 种类(deceased、public_staff、relatives、register)、"programme" 项目代码或 null、"count" 人数、"as_of" 截至日
cli-json-list-list = "lists" 列表,每项:"entry" 编号、"list" 种类、"programme" 项目代码或 null、"count" 人数、"as_of" 截至日、"in_force" 是否现行
cli-json-roll-import =
    "drafts" 列表,每项:"draft" 草稿号或 null(试导入)、"programme"、"division"、"village"、"period"、"kind"、
    "lines" 行数、"fen" 金额(分)、"file" 文件名、"blocking" 拦截数、"unexplained" 缺理由数、"informing" 提醒数、
    "findings" 试导入时的疑点,每项:"check"、"level"、"lines" 行号、"rows" 文件中的行、"code"、"said";
    "dry_run" 是否试导入;"errors" 列表(有错的文件整个不导入,退出状态 1),每项:
    "file"、"sheet"、"row"、"column" 列标、"column_words" 表头、"code"、"said"
cli-json-profile-list = "profiles" 列表,每项:"name" 名称、"head" 表头的字、"columns" 列表,每项:"head"、"means"
cli-json-profile-remove = "name" 名称
cli-json-roll-new = "draft" 草稿号、"lines" 行数、"fen" 金额(分)
cli-json-batch-list =
    "batches" 列表,每项:{ -json-who }、
    "lines" 行数、"fen" 金额(分)、"blocking" 拦截数、"unexplained" 缺理由数、{ -json-possible };另有 "lines" 与 "fen" 合计
cli-json-batch-show =
    { -json-who }、
    "totals"("lines"、"households"、"persons"、"fen");"rows" 列表,每项:"no" 行号、"name" 享受人、"id" 打星的身份证号、
    "card" 打星的卡号、"group"、"householder" 户主、"payee" 收款人、"quantity"、"rate"、"months"、"fen"、"remark"、
    "source_row" 文件中的行;"history" 列表,每项:"entry"、"act"、"by" 用户编号、"at"、"without_effect" 无效的原因或 null;
    公示之后另有 "code" 公开码、"check_code" 核对码;{ -json-possible }
cli-json-batch-discard = "batch" 草稿号
cli-json-batch-check =
    { -json-who }、
    "findings" 列表,每项:"check" 编号、"level"(block、explain、inform)、"lines" 行号、
    "field" 栏或 null、"code" 代码、"said" 说明、"reason" 已写的理由或 null;
    "blocking" 拦截数、"unexplained" 缺理由数、"informing" 提醒数、
    "report" 每项检查一条: "check" 编号、"outcome" ran(已运行)|not_applicable(不适用)|lacks_data(缺数据)、"lines" 看了几行、
    "findings" 发现几处、"code" 与 "said" 说明。有拦截或缺理由时退出状态为 1
cli-json-batch-edit =
    { -json-who }、
    "line" 行号或 null、"lines" 行数、"fen" 金额(分)、"blocking" 拦截数、"unexplained" 缺理由数
cli-json-batch-explain =
    { -json-who }、
    "check" 编号、"explained_lines" 行号、"lines" 行数、"fen" 金额(分)、"blocking" 拦截数、"unexplained" 缺理由数
cli-json-batch-diff =
    { -json-who }、
    "against" 上一批或 null、"before" 与 "now"("lines"、"households"、"persons"、"fen")、
    "changes" 列表,每项:"kind"(new、gone、changed)、"name"、"line"、"before" 分、"now" 分
cli-json-batch-publish =
    { -json-who }、
    "revision" 版次、"code" 公开码、"check_code" 核对码、"url" 二维码网址、
    "notice_from"、"notice_to" 公示起止日(发放结果为 null)、"entry" 记录号
cli-json-acts = "acts" 列表,每项:{ -json-who }、"entry" 记录号
cli-json-act = { -json-who }、"entry" 记录号
cli-json-find =
    "people" 列表,每项:"name"、"id" 打星的身份证号、
    "payments" 列表,每项:"batch"、"line"、"programme"、"village"、"period"、"fen"
cli-json-file = "file" 文件、"bytes" 字节数、"sha256"
cli-json-qr = "url" 网址、"code" 公开码、"check_code" 核对码
cli-json-template =
    "file"、"rows" 行数、"version" 模板版本、"bytes"、"sha256";平台会退回的单元格在 "errors" 列表中(这时不写文件,退出状态 1),
    每项:"file"、"sheet"、"row"、"column" 列标、"column_words" 表头、"code"、"said"
cli-json-site-build = "folder" 文件夹、"files" 文件数、"unchanged" 没有变化的、"removed" 删去的
cli-json-finance-pay = "list" 支付清单号、"batches" 批次列表、"lines" 笔数、"fen" 金额(分)
cli-json-finance-export = "list"、"folder" 文件夹、"files" 列表,每项:"file"、"bytes"、"sha256"
cli-json-verify = "matches" 是否一致、"code" 文件自己的公开码、"sha256"、"paper" 纸面姓名是否一致或 null。不一致时退出状态为 1
cli-json-journal-verify =
    "entries" 记录数、"blobs" 附件数、"absent_blobs" 不在本机的附件数、"faults" 列表,每项:"entry"、"code"、"said";
    "heads" 各终端最后一条,每项:"entry"、"id"。有问题时退出状态为 1
cli-json-store-check =
    "whole" 是否完好、"entries" 记录数、"blobs" 附件数、"absent_blobs" 不在本机的附件数、
    "faults" 列表,每项:"entry"、"code"、"said";"heads" 各终端最后一条,每项:"entry"、"id"。有问题时退出状态为 1
cli-json-store-backup = "folder" 文件夹、"entries" 记录数、"rows" 数据行数、"verified" 是否已核对
cli-json-store-restore = "data" 账本文件夹、"terminal" 新终端编号
cli-json-store-rebuild = "dossiers" 卷宗数
cli-json-completions = "shell"、"script" 脚本全文
cli-json-schema = "command" 命令、"schema" 其文档的 JSON Schema、"trouble" 不能办理时文档的 JSON Schema
cli-json-demo = "poster"、"site"、"finance"、"data" 各在何处、"users" 列表,每项:"user"、"password"、"roles"

cli-man-manual = 村榜手册
cli-man-name = 名称
cli-man-synopsis = 概要
cli-man-description = 描述
cli-man-options = 选项
cli-man-globals = 各命令通用的选项
cli-man-commands = 命令
cli-man-json = --json 输出的键
cli-man-exit = 退出状态
cli-man-written = 已在 { $folder } 写出 { $pages } 页手册。查看:man -l { $folder }/cunbang.1

cli-no-terminal = 没有可以输入的终端。请用 { $option } 给出内容。
cli-secrets-differ = 两次输入不一样,请重来。
cli-empty-secret = { $option } 所指文件的第一行是空的,或不是 UTF-8 文字。请检查文件。
cli-code-not-proved = 恢复码没有抄对,账本没有建立。请重新运行 cunbang init。
cli-waiting = 前几次口令不对,等待 { $seconds } 秒后再试。
cli-ask-user = 用户姓名或编号:
cli-ask-administrator = 第一位管理员姓名:
cli-ask-password = 口令:
cli-ask-new-password = 设一个口令(至少 10 个字符,可以是一句话):
cli-ask-code = 恢复码(信封里那张纸上的):
cli-ask-again = 再输一遍:
cli-ask-id-number = 本人身份证号(不显示;只保存加密摘要):
cli-recovery-code =
    恢复码(只显示这一次,请抄在纸上,装信封交乡镇保管):

        { $code }

    请照着纸上抄的输入一遍:
cli-recovery-again = 与恢复码不符,请对照纸上再输一遍:
cli-founded = 已建立账本:{ $office },在 { $data }
cli-user-added = 已增加用户,编号 { $number }。
cli-password-changed = 口令已改。
cli-discarded = 草稿 { $batch } 已作废。
cli-password-reset = 用户 { $number } 的口令已重设。请当面告知本人,并请其尽快自行更改。
cli-reference-imported = 已导入参考数据 { $set }:区划 { $divisions } 个,项目 { $programmes } 个。


cli-stage-open = 草稿
cli-stage-submitted = 待审
cli-stage-returned = 已退回
cli-stage-approved = 已审核
cli-stage-reviewed = 待签发
cli-stage-paid = 已发放
cli-stage-handed = 已报财政
cli-stage-withdrawn = 已撤回
cli-found = { $block } 拦截 { $unexplained } 说明
cli-import-done = { $file }:已导入 { $lines } 行 { $yuan } 元,草稿 { $rolls } 份。
cli-kind-arrears = 补发
cli-kind-correction = 更正
cli-import-would = { $file }:可以导入 { $lines } 行 { $yuan } 元,分成 { $rolls } 份草稿(试导入,没有写入)。
cli-template-refused = 省平台会退回 { $count } 个单元格,没有写出文件。请在批次里改好后再导出。
cli-profiles = 保存的列对应:{ $count } 份。
cli-profile-removed = 已删去列对应“{ $name }”。
cli-fault-file = { $file }:{ $said }
cli-fault-row = { $file } { $sheet } 第 { $row } 行:{ $said }
cli-fault-cell = { $file } { $sheet } 第 { $row } 行 { $column } 列:{ $said }
cli-faults = { $file }:共 { $count } 处错误,这个文件没有导入。请改好后重新导入。
cli-roll-new = 已新建草稿 { $draft }:{ $lines } 行 { $yuan } 元。
cli-list-sums = 共 { $batches } 批 { $lines } 笔 { $yuan } 元
cli-batch-head = { $name } { $village } { $programme } { $period } { $stage }
cli-batch-sums = 共 { $lines } 笔 { $households } 户 { $yuan } 元
cli-batch-code = 公开码 { $code }   核对码 { $check }
cli-url = 二维码网址 { $url }
cli-finding = { $mark } { $check } 第 { $lines } 行:{ $said }
cli-finding-of-roll = { $mark } { $check } 全表:{ $said }
cli-list-imported = 已导入{ $kind }:{ $count } 人,截至 { $day }。只存散列,原文件请按规定保管或销毁。
cli-list-in-force = 现行
cli-list-replaced = 已被更新
cli-title-list = 名单
cli-title-persons = 人数
cli-title-as-of = 截至
cli-title-standing = 状态
cli-check-sums = 拦截 { $blocking } 处,待说明 { $unexplained } 处,已说明 { $explained } 处,提醒 { $informing } 处
cli-diff-head = 与 { $former } 相比:
cli-diff-nothing = 没有可比的上一批。
cli-diff-new = 新增
cli-diff-gone = 消失
cli-diff-changed = 变化
cli-diff-sums = 新增 { $new },消失 { $gone },变化 { $changed },一致 { $same }
cli-saved = { $name } 已保存:{ $lines } 行 { $yuan } 元  { $found }
cli-act-done = { $name } { $village } { $programme }:{ $stage },{ $lines } 笔 { $yuan } 元
cli-published = { $name } 已公示,第 { $revision } 版,公示期 { $from } 至 { $to }
cli-result-published = { $name } 已公开发放结果,第 { $revision } 版
cli-no-holidays = { $year } 年没有放假安排,工作日按周一至周五算,请自行核对截止日期。
cli-found-people = 找到 { $people } 人
cli-written = 已写入 { $file }({ $bytes } 字节)
cli-site-built = 公示网站已生成在 { $folder }:{ $files } 个文件,其中 { $unchanged } 个没有变化
cli-pay-list = 支付清单 { $list }:{ $batches } 批 { $lines } 笔 { $yuan } 元
cli-verify-matches = 一致:文件与公开码相符,核对码 { $check }
cli-verify-differs = 不一致:这个文件的公开码是 { $code },不是纸上的那一个。请勿采信,并告诉乡镇。
cli-verify-no-disclosure = 公开码相符,但内容不是公示文件。请向乡镇索取原文件。
cli-verify-paper-differs = 公示文件相符,但纸面姓名文件不是它的。请核对取错了没有。
cli-sha256 = SHA-256 { $sum }
cli-pages-sound = 账本文件完好。
cli-pages-damaged = 账本文件有损坏。请用 cunbang store restore 恢复最近的备份。
cli-journal-counts = 记录 { $entries } 条,附件 { $blobs } 份,问题 { $faults } 处
cli-backed-up = 已备份到 { $folder } 并核对:记录 { $entries } 条
cli-restored = 已恢复到 { $data },新终端 { $terminal }
cli-rebuilt = 已重新生成 { $dossiers } 份卷宗
cli-option-paper-names = 同时写出纸面姓名文件,供 verify --paper 核对(含全名,请妥善保管)

demo-step-found = 1 管理员建账本,导入代县参考数据,增加填报员、审核员、财政所人员
demo-step-import = 2 填报员导入六份花名册
demo-step-mend = 3 填报员改正一个身份证号,为疑点写明理由
demo-step-publish = 4 两个村先公示
demo-step-post = 5 填报员登记公开栏,张贴两份公示
demo-step-object = 6 村民提一件异议,两人核实后答复
demo-step-submit = 7 填报员提交
demo-step-review = 8 审核员通过三批,公示一批,退回一批
demo-step-mend-again = 9 填报员补正后重新提交,审核员通过
demo-step-object-again = 10 审核后公示的也张贴,又来一件异议,等您办理
demo-step-pay = 11 公示期满,财政所编支付清单,导出报财政的文件
demo-step-print = 12 打印公示榜,生成公示网站
demo-done = 练习乡镇“枣林镇”已经走完全部环节。里面的人都是虚构的。
demo-left-poster = 公示榜    { $place }
demo-left-site = 公示网站  { $place }
demo-left-finance = 报财政    { $place }
demo-left-data = 练习账本  { $place }
demo-users = 练习用户和口令:

cli-title-name = 批次
cli-title-village = 村
cli-title-programme = 项目
cli-title-period = 所属期
cli-title-stage = 状态
cli-title-lines = 笔数
cli-title-yuan = 金额(元)
cli-title-found = 提示
cli-title-line = 行
cli-title-person = 姓名
cli-title-id = 身份证号
cli-title-card = 卡号
cli-title-quantity = 数量
cli-title-rate = 标准
cli-title-before = 上期
cli-title-now = 本期
cli-title-kind = 类
cli-without-effect = (无效)
cli-screens-no-terminal = 屏幕要在终端里打开。命令见 cunbang --help。
cli-screens-lost = 终端断开了。已输入的内容都已保存。
cli-help-rule-list = 列出某一天有效的规则
cli-help-rule-show = 显示一条规则的内容、依据和有效期
cli-help-programme-list = 列出某一天的补贴项目和标准
cli-option-on = 哪一天,缺省为今天
cli-option-rule-kind = 只列这一类:programme、rate、notice、division、citation、holidays、policy、exclusive、thresholds;缺省为除区划外的全部
cli-option-reference-dry-run = 只显示会改变哪些规则,不写入
cli-json-rule-list = "day" 日期、"rules":每条的 "rule"、"kind"、"from"、"to"、"basis"、"certainty"、"said"
cli-json-rule-show = "rule":"rule"、"kind"、"from"、"to"、"basis"、"certainty"、"said"
cli-json-programme-list = "day" 日期、"programmes":每项的 "code"、"name"、"department"、"unit"、"class"、"rates"、"from"、"to"、"certainty"
cli-rules = { $day } 有效的规则 { $rules } 条。
cli-programmes = { $day } 的补贴项目 { $programmes } 个。
cli-rule-new = 新增
cli-rule-other = 改变
cli-rule-ends = 截止
cli-title-code = 代码
cli-title-department = 部门
cli-title-unit = 单位
cli-title-class = 类别
cli-title-rates = 标准
cli-reference-would-be-imported = 将导入参考数据 { $set }:区划 { $divisions } 个,项目 { $programmes } 个。没有写入。
cli-reference-changes = 与现行规则不同的 { $changes } 条(类别、规则、从哪天起、有效至):
cli-reference-rewrites = 注意:它改变 { $since } 起的规则,这一天在今天以前,之后已办的批次有 { $batches } 个。已公布的内容不变;如非更正错误,请改用新的 from 日期。
cli-reference-rewrites-all = 注意:它改变过去一直有效的规则,已办的批次有 { $batches } 个。已公布的内容不变;如非更正错误,请改用新的 from 日期。
cli-help-retention-list = 列出保管期满、可以销毁的批次
cli-json-retention-list = "due" 期满批次列表,每项:{ -json-who }、"keep_until" 保管末日;"stale_backups" 仍有已销毁数据的备份
cli-option-erasure-reason = 保管期满 retention、已撤回内容涉及隐私 privacy、当事人要求 request
cli-help-retention-erase = 销毁一个批次(或查询 E-...)中的个人数据,并重写账本与备份
cli-json-retention-erase = "blobs" 销毁数,"renewed" 已重写的备份,"unreachable" 没有接上的备份
cli-nothing-to-erase = 没有保管期满的批次。
cli-erasure-due = { $name }  { $village }  { $programme }  保管到 { $until }
cli-erased = { $name }:已销毁 { $blobs } 份数据,账本已重写。
cli-backup-renewed = 备份已重写:{ $folder }
cli-backup-unreachable = 备份没有接上,其中仍有已销毁的数据:{ $folder }。接上后请在该处再做一次备份,或毁掉它。
cli-help-batch-rules = 显示公布、送审、审核、张贴、答复、报财政、到账、销毁当时依据的规则
cli-json-batch-rules = "decisions":每次的 "act"、"day"、"rules":每条的 "rule"、"kind"、"from"、"to"、"basis"、"certainty"、"said"
cli-rules-behind = { $act } { $day } 依据的规则:
cli-no-rules-behind = 还没有依据规则办理的事。
cli-option-near = 近景照片(JPEG 或 PNG)
cli-option-far = 远景照片(JPEG 或 PNG)
cli-option-board = 公开栏:W-... 或 村名/栏名
cli-option-board-division = 所在村的区划代码
cli-option-board-name = 公开栏名称
cli-option-board-place = 设置地点
cli-option-board-columns = 栏目:party 党务、government 政务、village 村务、finance 财务
cli-option-board-kind = fixed 固定栏、screen 电子屏、query-point 公共查阅点、web 网页栏目;缺省为固定栏
cli-option-board-new-kind = fixed 固定栏、screen 电子屏、query-point 公共查阅点、web 网页栏目
cli-option-board-since = 启用日期;缺省为今天
cli-option-board-new-since = 启用日期
cli-help-board-add = 登记一处村务公开栏
cli-help-board-change = 更改公开栏的名称、地点、栏目或种类,没有写的不变
cli-json-board = { -json-board }
cli-help-board-list = 列出公开栏
cli-json-board-list = "boards" 列表,每项:{ -json-board };"hanging" 在贴份数;{ -json-possible }
cli-option-condition = good 完好、damaged 破损、unreadable 看不清、missing 不在原处
cli-help-board-inspect = 登记一次巡查
cli-option-column = 栏目:party 党务、government 政务、village 村务、finance 财务
cli-option-nothing-period = 哪一期
cli-help-board-nothing = 登记某栏目本期无事项
cli-help-board-retire = 停用一处公开栏
cli-help-post = 登记一份公示的张贴
cli-help-takedown = 登记撤下
cli-option-post-code = 所贴公示的公开码;缺省为最新一份
cli-option-down-code = 所撤公示的公开码;缺省为应撤下的,否则为最早张贴的
cli-json-posting = { -json-who }、"board"、"code" 公开码、"revision" 版次、"on"、"through" 公示期末日或 null、"posting" 张贴编号
cli-help-recall-list = 列出还没有确认的撤下通知
cli-json-recall-list =
    "recalls" 列表,每项:{ -json-who }、
    "board" 编号、"board_name"、"revision" 版次、"code" 公开码、"since" 起始日、"because"(corrected 已更正、privacy、mistake、wrong-place、ordered、unstated)
cli-help-recall-confirm = 确认已撤下(须附照片)
cli-help-recall-print = 打印撤下通知,每处公开栏一页
cli-json-files = "files" 列表,每项:"file" 文件、"bytes" 字节数
cli-option-coverage-out = 写成 PDF 或 xlsx 文件
cli-help-coverage = 张贴情况:漏贴、迟贴、提前或逾期撤下、未巡查
cli-json-coverage =
    "totals" 各项合计:"disclosures"、"complete"、"unposted"、"late"、"early_down"、"late_down"、"recalls_open"、"boards_overdue"、
    "villages_without_board"、"unpublished" 应公开而未公开;"rows" 逐份公示,每项:"division"、"label"、"stage"、"revision"、"code" 公开码(未公开为 null)、
    "owed_since" 自何日起应公开而未公开、"due" 公开期限、"required" 应贴处数、"posted" 已贴处数、"posted_on"、"late_days"、"down_on"、"down"(not-posted 未张贴、hanging 在贴、in-time 按时、early 提前、late 逾期、overdue 应撤未撤、
    recalled 撤回)、"down_days" 天数、"recalls_open";"boards" 在用的公开栏,每项:"board"、"division"、"name"、"inspected_on"、"condition"、"overdue" 逾期未巡查、"hanging" 在贴份数;
    "boardless" 没有公开栏的村的代码;"silent" 本季没有任何公开的栏目,每项:"division"、"column"、"period"
cli-option-row = 公示中的行号
cli-option-case-type = identity 身份、area 面积、standard 标准、amount 金额、omitted 漏报、not-eligible 不符合条件、privacy 隐私、other 其他
cli-option-channel = in-person 当面、phone 电话、written 书面、box 意见箱、online 网络
cli-option-words-file = 文件:第一行姓名(可空),第二行联系方式,其余为反映内容
cli-option-hold = 办结前暂缓审核
cli-help-objection-add = 登记一件异议
cli-json-case = { -json-case }
cli-option-case-batch = 有关的批次
cli-help-enquiry-add = 登记一件查询
cli-option-open = 只列未答复的
cli-option-overdue = 只列逾期的
cli-help-objection-list = 异议和查询登记簿
cli-json-case-list = "cases" 列表,每项:{ -json-case };{ -json-possible }
cli-json-case-show = { -json-case };"words" 当事人的话:"name"、"reach"、"text";"found" 核实情况,"investigators"、"facts",没有核实为 null;{ -json-possible }
cli-help-objection-show = 显示一件(含当事人的话)
cli-option-outcome = upheld 属实、partly 部分属实、not-upheld 不属实
cli-option-facts-file = 文件:前两行为两名核实人姓名,其余为核实情况
cli-help-objection-investigate = 登记核实结果
cli-option-action = correct 更正、withdraw 撤回、correction-batch 列入更正批次、explain 说明
cli-option-note = 补充说明
cli-help-objection-answer = 答复
cli-option-unit = 转给哪个单位
cli-help-objection-escalate = 转办
cli-help-objection-reply = 打印答复书
cli-help-batch-sign = 签发(两步审核的第二步)
cli-help-batch-unsubmit = 取消送审,公示不变
cli-option-class = 对外公布的原因:privacy 隐私、mistake 名单有误、wrong-place 公布对象有误、ordered 上级要求
cli-option-code = 公开码;缺省为全部在列的公示
cli-help-batch-withdraw-disclosure = 撤回公示,批次不变
cli-help-batch-correct = 为已报财政的批次新建更正批次
cli-option-paid-on = 到账日期
cli-help-finance-paid = 登记支付清单到账
cli-help-lists-end = 下架公开期满的名单
cli-help-results-due = 列出待公开的发放结果及期限
cli-json-results-due = "results" 列表,每项:{ -json-who }、"due" 期限
cli-option-result = 公开发放结果
cli-option-change-reason = 更正原因:objection 异议、verified 核实、typing 录入、facts 情况变动、policy 政策、privacy 隐私
cli-option-answers = 所答复的异议编号,几件之间用逗号;不写为所有待更正的
cli-board-done = { $name }({ $board })已登记。
cli-title-board = 编号
cli-title-place = 地点
cli-title-hanging = 在贴
cli-title-inspected = 最近巡查
cli-title-edition = 版本
cli-title-check = 核对码
cli-title-posted = 已贴/应贴
cli-title-late = 迟(天)
cli-title-down = 撤下
cli-no-boards = 还没有登记公开栏。
cli-posted = { $name }(核对码 { $check }):{ $on } 张贴于 { $board }。
cli-taken-down = { $name }(核对码 { $check }):{ $on } 已从 { $board } 撤下。
cli-no-recalls = 没有未确认的撤下通知。
cli-not-recalled = 这处公开栏上没有本批次应撤下的公示,什么也没有改动。要登记平常的撤下,请用 cunbang takedown。
cli-recall = { $name } 第{ $revision }版(核对码 { $check }) { $board } 自 { $since } 起应撤下
cli-coverage = 公示 { $disclosures } 份:贴全 { $complete },未贴 { $unposted },未公开 { $unpublished },迟贴 { $late },提前撤下 { $early },逾期未撤 { $overdue },撤下未确认 { $recalls } 处
cli-coverage-boards = 逾期未巡查的公开栏 { $boards } 处,没有公开栏的村 { $villages } 个,本季没有任何公开的栏目 { $silent } 个
cli-coverage-notice = 公示 第{ $revision }版
cli-coverage-result = 结果 第{ $revision }版
cli-coverage-owed-until = 未公开,应于 { $due } 前公开
cli-coverage-owed-since = 未公示,自 { $since } 起
cli-coverage-not-posted = 未张贴
cli-coverage-hanging = 在贴
cli-coverage-in-time = 按时撤下
cli-coverage-early = 提前 { $days } 天撤下
cli-coverage-late = 迟 { $days } 天撤下
cli-coverage-overdue = 应撤未撤 { $days } 天
cli-coverage-recall-open = 撤回,{ $boards } 处未确认撤下
cli-coverage-recalled = 撤回
cli-coverage-board = 逾期未巡查:{ $board },上次巡查 { $on }
cli-coverage-board-never = 逾期未巡查:{ $board },启用后从未巡查
cli-coverage-boardless = 没有公开栏的村:{ $villages }
cli-coverage-silent = 没有任何公开:{ $village } { $column }栏目,{ $period }
cli-case-open = { $no } 已登记,答复期限 { $due }。
cli-case-answered = { $no } 已答复。
cli-not-text = { $file } 不是纯文本。请另存为文本文件再试。
cli-no-words = { $file } 第二行以下没有内容。前两行写姓名等,正文请从第三行写起。
cli-title-no = 编号
cli-title-received = 收到
cli-title-due = 期限
cli-title-answered = 答复
cli-no-cases = 没有这样的异议或查询。
cli-no-lists-due = 没有公开期满的名单。
cli-no-results-due = 没有待公开的发放结果。
cli-result-due = { $name } 发放结果应在 { $due } 前公开
cli-help-correction-notice = 打印更正公告
cli-help-policy-card = 打印一个项目的政策明白卡
cli-help-policy-booklet = 打印全部现行项目的政策明白卡
