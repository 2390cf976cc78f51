package org.lfnkr.zabuton.simulator;

/**
 * Somebody's visit to a page: the id in its address, empty where there is none, and what was typed.
 */
record Visit(String id, Params form) {}
