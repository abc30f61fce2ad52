-- The language that a person has chosen to read, on pages, in messages and in their calendar. NULL: never chosen, so that the
-- browser's wish decides.
ALTER TABLE account ADD COLUMN language TEXT CHECK (language IN ('nb', 'nn', 'en'));
