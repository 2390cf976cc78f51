package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.kernel.EmailAddress;

/** To whom a mail or paper goes. Its text shows neither name nor address. */
public record Recipient(String name, EmailAddress email) {

    @Override
    public String toString() {
        return "Recipient[…]";
    }
}
