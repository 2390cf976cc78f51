package org.lfnkr.zabuton.fulfilment;

/**
 * What is to be fetched from the shelf.
 *
 * @param orders how many wait for it
 */
record Pick(String sku, int pieces, int orders) {}
