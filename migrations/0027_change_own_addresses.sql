-- The address that a code is to prove, of whoever asks to change their own. NULL: the link is for the address that the account has.
ALTER TABLE login_link ADD COLUMN email TEXT;
