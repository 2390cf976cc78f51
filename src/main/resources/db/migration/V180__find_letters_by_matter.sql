-- Whoever asks what we keep is told of the letters, too. References begin with the id of what a letter is about.
create index letter_by_matter on mail.letter (split_part(reference, '/', 1));
