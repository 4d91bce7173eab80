documents-missing-glyph = 第{ $row }行的“{ $character }”（{ $point }）字体里没有，印不出来。请核对该字，或改用户口本上的规范字后重试。
documents-missing-glyph-outside = 标题或说明中的“{ $character }”（{ $point }）字体里没有，印不出来。请改用规范字后重试。
documents-foreign-paper-names = 纸质姓名与这份公示对不上，没有生成张贴件。请从原公示重新生成。
documents-unnamed-row = 第{ $row }行在纸质姓名中找不到，没有生成张贴件。请从原公示重新生成。
documents-nothing-corrected = 这一版公示没有更正的行，没有可印的更正公告。请选择更正过的版本。
documents-no-boards = 这份公示没有张贴在任何公开栏，不需要撤下通知。请先查看张贴记录。
documents-no-cards = 没有选中任何补贴项目，没有可印的政策明白卡。请先选择项目。
documents-address-too-long = 网址有{ $characters }个字符，超过二维码的上限{ $longest }个。请管理员换用较短的网址。
documents-address-character = 网址含有二维码不能用的字符{ $point }。请管理员改用大写字母、数字和 - . / : 组成的网址。
documents-leak = { $place ->
    [page] 第{ $number }页
    [part] 跨行的文字
    [properties] 文件属性
    [disclosure] 公示内容
    [line] 第{ $number }行
    [typed] 所填的文字
   *[file-name] 文件名
  }含有{ $kind ->
    [id] 身份证号
    [card] 银行卡号
   *[phone] 手机号
  }，已拒绝公开。请在花名册或项目资料中删去后重新公示。
documents-unreadable = 生成的文件无法复查，已拒绝公开。请重试；仍不行请联系管理员。
documents-fonts = 程序自带的字体已损坏。请重新安装程序。
documents-writer = 生成PDF失败。请重试；仍不行请联系管理员。
documents-photo-format = 照片须是JPEG或PNG格式，这个文件不是。请用手机重新拍照，或另存为JPEG后重试。
documents-photo-too-large = 照片有{ $size } MB，超过上限{ $limit } MB。请在手机上改用较小的尺寸拍照后重试。
documents-photo-broken = 照片文件不完整或已损坏。请从手机重新复制，或重新拍照。
documents-photo-too-small = 照片只有{ $width }×{ $height }像素，较长的一边至少要{ $limit }像素才看得清。请用原图，不要用缩略图或聊天软件压缩过的图。
documents-photo-too-many-pixels = 照片有{ $width }×{ $height }像素，超过上限{ $limit }00万像素。请改用较小的尺寸拍照后重试。
