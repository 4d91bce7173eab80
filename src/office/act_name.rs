//! What the acts are called.
use super::act_list::act_list;

macro_rules! names {
    ($($(#[doc = $doc:literal])* $name:ident($module:ident::$request:ident),)*) => {
        /// An act by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ActName {
            $($(#[doc = $doc])* $name,)*
        }

        impl ActName {
            /// All acts.
            pub const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

act_list!(names);
