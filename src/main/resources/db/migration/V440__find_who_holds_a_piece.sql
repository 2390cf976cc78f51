-- Who holds a piece is asked at every order; the primary key begins with the attempt.
create index on guard.holding (piece);
