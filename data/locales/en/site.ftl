site-not-a-disclosure = The disclosure with check code { $code } cannot be read; the site was not built. Check the ledger (cunbang check) and restore a backup if needed.
site-wrong-code = The bytes of the disclosure with check code { $code } do not match its code; the site was not built. They may be damaged: restore a backup.
site-unsigned = The signature of the disclosure with check code { $code } was made by none of this office's publication keys; the site was not built. Check the list of keys.
site-erased = The bytes of the disclosure with check code { $code } are erased, but it was neither withdrawn nor ended; the site was not built. Withdraw it first.
site-refused = The page { $path } holds what looks like { $kind ->
    [id] an ID number
    [card] a bank card number
   *[phone] a personal telephone number
} and was not written. Check names, groups, papers and contacts, then publish again.
site-folder = { $path } in the site's folder cannot be read or written: { $why }. Check free space and permissions, then try again.
site-template = A page template failed; the site was not built. Please report this.
