//! The application in Yew.
