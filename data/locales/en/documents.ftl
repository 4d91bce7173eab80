documents-missing-glyph = Row { $row }: no font has “{ $character }” ({ $point }), so it cannot be printed. Check the character, or use the standard form of the household register, then try again.
documents-missing-glyph-outside = Title or notes: no font has “{ $character }” ({ $point }), so it cannot be printed. Use the standard character, then try again.
documents-foreign-paper-names = The names of the paper do not belong to this disclosure; no poster was made. Make it again from the original disclosure.
documents-unnamed-row = Row { $row } has no name for the paper; no poster was made. Make it again from the original disclosure.
documents-nothing-corrected = This version of the disclosure corrects no rows, so there is no correction notice to print. Choose a corrected version.
documents-no-boards = This disclosure hangs on no board, so no recall order is needed. Look at its postings first.
documents-no-cards = No programme was chosen, so there is no policy card to print. Choose a programme first.
documents-address-too-long = The address has { $characters } characters; the QR code holds { $longest }. Ask the administrator for a shorter address.
documents-address-character = The address holds { $point }, which a QR code of capital letters cannot. Ask the administrator for an address of capital letters, digits and - . / :
documents-leak = { $place ->
    [page] Page { $number }
    [part] A text over several lines
    [properties] The file's properties
    [disclosure] A field of the disclosure
    [line] Line { $number }
    [typed] The typed text
   *[file-name] The file's name
  } holds { $kind ->
    [id] an ID number
    [card] a bank card number
   *[phone] a mobile number
  }; it was not made public. Remove it from the roll or the programme's data and publish again.
documents-unreadable = The finished file cannot be read back, so it was not made public. Try again; if it stays, ask the administrator.
documents-fonts = A font inside the program is damaged. Install the program again.
documents-writer = The PDF could not be made. Try again; if it stays, ask the administrator.
documents-photo-format = The file is neither a JPEG nor a PNG picture. Take the photo again with a phone, or save it as JPEG and retry.
documents-photo-too-large = The photo has { $size } MB, more than the limit of { $limit } MB. Take it again with a smaller picture size.
documents-photo-broken = The photo's file is incomplete or damaged. Copy it from the phone again, or take it again.
documents-photo-too-small = The photo has only { $width }×{ $height } pixels; the longer side needs { $limit } for the paper to be read. Use the original, not a preview or a copy that a chat program made smaller.
documents-photo-too-many-pixels = The photo has { $width }×{ $height } pixels, more than the limit of { $limit } millions. Take it again with a smaller picture size.
