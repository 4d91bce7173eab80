site-not-a-disclosure = 核对码 { $code } 的公示数据无法读取，网站未生成。请先核对账本（cunbang check），必要时恢复备份。
site-wrong-code = 核对码 { $code } 的公示数据与公开码不符，网站未生成。数据可能已损坏，请恢复备份。
site-unsigned = 核对码 { $code } 的签名与本单位任何一把公示密钥都不符，网站未生成。请核对密钥清单。
site-erased = 核对码 { $code } 的公示数据已清除，但没有撤回或下架记录，网站未生成。请先撤回该公示。
site-refused = 网站文件 { $path } 含有疑似{ $kind ->
    [id] 身份证号
    [card] 银行卡号
   *[phone] 个人电话
}，未写出。请检查姓名、组别、依据、联系电话等文字后重新发布。
site-folder = 网站文件夹中的 { $path } 无法读写：{ $why }。请检查磁盘空间和写权限后再试。
site-template = 网页模板出错，网站未生成。请报告此问题。
