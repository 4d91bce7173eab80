//! The columns of a roll; the words that name them stand in `head_words`.

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
