package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses;

import java.util.List;
import java.util.UUID;

/**
 * To whom we write about an order, a gift or a plan, without who it is.
 *
 * @param path of the page about it, behind the language
 * @param reference by which people call it
 * @param matters with whose ids the references of mails about it begin
 */
record Addressee(
        String path, String reference, CorrectedAddresses.Whose whose, List<UUID> matters) {

    Addressee {
        matters = List.copyOf(matters);
    }

    /** From the root. */
    public String address(Language reader) {
        return "/" + reader.tag() + path;
    }
}
