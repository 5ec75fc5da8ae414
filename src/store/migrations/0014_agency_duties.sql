-- What an agency says that it is for (机关职能).
ALTER TABLE site_identities ADD COLUMN duties text NOT NULL DEFAULT '';
