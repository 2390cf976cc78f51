package org.lfnkr.zabuton.pictures;

/**
 * A picture as we drew it.
 *
 * @param jpeg in sRGB, upright, without metadata
 * @param width in pixels
 * @param height in pixels
 */
public record Print(byte[] jpeg, int width, int height) {}
