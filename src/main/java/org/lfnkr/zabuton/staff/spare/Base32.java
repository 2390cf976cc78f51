package org.lfnkr.zabuton.staff.spare;

import java.nio.ByteBuffer;

/** Bytes in letters and digits, five bits each (RFC 4648, 6), without padding. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** Whole groups of five bytes only, as a secret has them. */
    static String write(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : bytes) {
            bits = (bits << Byte.SIZE | next & 0xff) & 0xffff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(LETTERS.charAt(bits >> held & 0x1f));
            }
        }
        return text.toString();
    }

    static byte[] read(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * BITS / Byte.SIZE);
        int bits = 0;
        int held = 0;
        for (char letter : text.toCharArray()) {
            bits = (bits << BITS | LETTERS.indexOf(letter)) & 0xffff;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.put((byte) (bits >> held));
            }
        }
        return bytes.array();
    }
}
