//! The command table keeps its promises.
use crate::app::command::{Command, TABLE, key_name, meant};
use crate::app::input::Key;

#[test]
fn no_two_commands_share_a_key_where_both_are_meant() {
    for (n, one) in TABLE.iter().enumerate() {
        for other in &TABLE[n + 1..] {
            let place = one.places.iter().find(|place| other.places.contains(place));
            let key = one.keys.iter().find(|key| other.keys.contains(key));
            // F8 in the list of batches: a clerk submits, a reviewer approves; nobody may be both.
            let parted = one.role.zip(other.role).is_some_and(|(a, b)| a != b);
            assert!(
                place.is_none() || key.is_none() || parted,
                "{:?} and {:?}: {key:?} at {place:?}",
                one.id,
                other.id
            );
        }
    }
}

#[test]
fn every_command_has_a_key_that_an_input_method_leaves_alone() {
    for row in TABLE {
        assert!(
            row.keys.iter().any(|key| !key.is_letter() && *key != Key::Char('/')),
            "{:?}",
            row.id
        );
    }
}

#[test]
fn the_key_shown_is_the_key_bound() {
    for row in TABLE {
        for place in row.places {
            let holds = |role| row.role.is_none_or(|wanted| wanted == role);
            assert_eq!(
                meant(*place, row.keys[0], holds).map(|found| found.id),
                Some(row.id),
                "{} at {place:?}",
                key_name(row.keys[0])
            );
        }
    }
}

#[test]
fn the_reader_of_this_file_can_trust_key_strings() {
    assert_eq!(
        crate::app::input::keys("<ctrl-z>a<f12>"),
        [Key::Ctrl('z'), Key::Char('a'), Key::F(12)]
    );
    assert!(TABLE.iter().any(|row| row.id == Command::Help));
}
