package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.shipping.Country;
import org.lfnkr.zabuton.shipping.PostalCode;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.springframework.stereotype.Component;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an address as its country writes it. */
@Component
class Addresses {

    String lines(Delivery delivery, Language language) {
        String prefecture = delivery.prefecture();
        return prefecture == null
                ? join(delivery.address(), delivery.postalCode(), country(delivery, language))
                : join(
                        "〒" + new PostalCode(delivery.postalCode()),
                        Prefecture.of(prefecture).map(it -> it.words().in(language)).orElse(""),
                        delivery.address());
    }

    private static String country(Delivery delivery, Language language) {
        return Country.nameOf(delivery.country()).in(language);
    }

    private static String join(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
