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
refused-not-reviewed = It is not reviewed yet and cannot be signed: wait for the review.
refused-own-review = Review and signing need two people: let somebody else sign.
refused-desk-acted = The next desk has acted already: ask the township to return the batch.
refused-not-paid = The payment is not booked yet, so there is no result to publish.
refused-not-handed = It is not with the finance bureau yet, so no payment can be booked.
refused-already-paid = The payment is booked already.
refused-not-closed = It is not closed yet: only what was withdrawn from the public may be destroyed.
refused-held = An open objection holds this batch: answer it first.
refused-correction-due = An upheld objection asks for a correction: correct and publish it first.
refused-never-posted = The village has boards, yet this notice was never posted: record its posting first.
refused-nothing-to-correct = Only a batch that is with the finance bureau is corrected by another batch.
refused-future-day = The day cannot lie ahead of today.
refused-no-such-disclosure = The batch has no such disclosure.
refused-not-live = This disclosure was replaced, withdrawn or has ended: post the newest one.
refused-already-withdrawn = This disclosure is withdrawn already.
refused-already-posted = It hangs on this board already.
refused-not-posted = There is no such posting that still hangs.
refused-list-runs = The public time of this list is not over yet.
refused-photo-needed = This posting is under recall: add a photo of the empty place.
refused-board-retired = The board is not one of this village, not in use yet, or given up.
refused-board-words = A board needs a name and at least one column.
refused-no-such-column = The board has no such column.
refused-already-said = It is on record already for this column and period.
refused-no-such-case = There is no such objection or enquiry.
refused-case-closed = This case is answered and closed.
refused-case-escalated = This case was sent on: the township deals with it now.
refused-not-investigated = Nobody has looked into it yet: write down what two people found first.
refused-two-investigators = Two different people must look into it: give both names.
refused-upheld-needs-action = What is upheld must be corrected, withdrawn or put into a correction batch.
refused-not-upheld-needs-none = What is not upheld is explained, not corrected.
refused-no-answer = There is no answer yet, so there is no letter.
refused-no-unit = Say which unit deals with it now.
refused-keep-until = It must be kept until { $date } and cannot be destroyed yet.
refused-objection-open = { $count } objections are not answered yet: nothing goes to the finance bureau.
refused-paid-too-early = The money cannot have come before the pay list of { $date }.
refused-posted-too-early = It cannot have been posted before it was published on { $date }.
refused-taken-down-too-early = It cannot have been taken down before it was posted on { $date }.
