package org.lfnkr.zabuton.banking.files;

import java.util.List;

/** What came of reading a file. */
public sealed interface Reading {

    record Read(BankFile file) implements Reading {}

    /**
     * Nothing of it is taken.
     *
     * @param key of the message that says what is wrong and in which line
     * @param arguments of the message, the line first; nothing of what the file says of people
     */
    record Refused(String key, List<Object> arguments) implements Reading {

        public Refused {
            arguments = List.copyOf(arguments);
        }
    }
}
