refused-stale = Somebody else has just decided on this batch. Open it again and look.
refused-conflict = Two desks have decided apart. Return or withdraw the batch first.
refused-role = This needs the role "{ $role ->
    [clerk] clerk
    [reviewer] reviewer
    [signer] signer
    [treasurer] treasurer
    [administrator] administrator
   *[other] auditor
}". Log in as somebody who holds it.
refused-unknown-author = The user is not enrolled in the journal. Ask the administrator.
refused-not-submitted = Only a submitted batch can be approved or returned.
refused-not-open = The batch is with the township and cannot be changed. Ask for its return, or withdraw it.
refused-not-approved = Only an approved batch can be handed to the finance bureau.
refused-already-handed = The batch is with the finance bureau and cannot be taken back. A correction is another batch.
refused-nothing-there = There is nothing to withdraw.
refused-own-batch = Who entered or mended a batch cannot approve it. Another reviewer must.
refused-own-line = The reviewer stands in this list and cannot approve it. Another reviewer must.
refused-other-rows = These are not the submitted rows. Open the batch again and look.
refused-blocked = { $count } findings block. Mend them (F3 goes to the next) before publishing or submitting.
refused-unexplained = { $count } findings need a written reason before submitting.
refused-empty = The roll has no lines. Enter some first.
refused-notice-first = This programme is noticed first. Publish the notice before submitting.
refused-notice-differs = The list has changed since its notice. Publish a new revision, then submit.
refused-notice-after-review = This programme is noticed after the township's approval. Submit it first.
refused-no-notice = This programme is not noticed.
refused-already-public = This very list is public already.
refused-notice-runs = The notice runs through { $date }; hand it to finance after that day.
refused-no-reason = A reason is needed.
refused-misfit = This step does not fit the batch. Open it again and look.
