package org.lfnkr.zabuton.shipping;

/**
 * A town with a postal code, in Japanese as the post writes it.
 *
 * @param prefectureCode JIS X 0401
 * @param city the municipality, with its district or ward
 * @param town empty where the code stands for the whole municipality
 */
public record PostalTown(String prefectureCode, String prefecture, String city, String town) {}
