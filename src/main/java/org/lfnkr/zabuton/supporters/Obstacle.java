package org.lfnkr.zabuton.supporters;

/**
 * Something under way that needs the person still, such as an order that has not arrived.
 *
 * @param key of the message that says it, which takes the reference
 * @param reference what people call it by
 */
public record Obstacle(String key, String reference) {}
