package org.lfnkr.zabuton.shipping;

import org.springframework.stereotype.Component;

import java.util.List;

/** Which towns have a postal code, from data that comes with the application. */
@Component
public class PostalCodes {

    /** Of the whole country, and so of the process: 120,000 towns need be held but once. */
    private static final PostalDirectory DIRECTORY = PostalDirectoryReader.read();

    /**
     * The towns with that code; several where it spans towns or even prefectures, none where it is
     * unknown or no code at all.
     *
     * @param sevenDigits in any width, with or without a hyphen
     */
    public List<PostalTown> lookup(String sevenDigits) {
        return PostalCode.parse(sevenDigits).map(DIRECTORY::towns).orElse(List.of());
    }
}
