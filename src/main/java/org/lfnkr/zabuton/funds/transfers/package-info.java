/**
 * Money that moves from one fund to another: on a ground, with a document where it was given for a
 * purpose, and by two people. It stays known whose it is.
 */
@NullMarked
package org.lfnkr.zabuton.funds.transfers;

import org.jspecify.annotations.NullMarked;
