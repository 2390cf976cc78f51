package org.lfnkr.zabuton.drills;

import org.lfnkr.zabuton.kernel.EmailAddress;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Somebody whose data can be told from everything else in the world: letters drawn by lot, new ones
 * at each run.
 *
 * @param kana part of name, address and message
 * @param latin part of the mail address and the message
 * @param digits the telephone number
 */
record MarkedPerson(String kana, String latin, String digits) {

    private static final String KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめも";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    static List<MarkedPerson> many(int count) {
        Random lot = new Random();
        return IntStream.range(0, count).mapToObj(i -> drawn(lot)).toList();
    }

    private static MarkedPerson drawn(Random lot) {
        return new MarkedPerson(
                letters(KANA, 10, lot), letters(LATIN, 14, lot), "0" + letters(DIGITS, 13, lot));
    }

    private static String letters(String alphabet, int count, Random lot) {
        return lot.ints(count, 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    List<String> marks() {
        return List.of(kana, latin, digits);
    }

    String name() {
        return "𠮷 " + kana;
    }

    EmailAddress email() {
        return new EmailAddress(latin + "@example.org");
    }
}
