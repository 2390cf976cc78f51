package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.lfnkr.zabuton.fulfilment.carrierfile.CarrierFileProperties.Column;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Organisation;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the cells of a carrier's file. */
@Component
class CarrierCells {

    private static final int CITY = 0;
    private static final int STREET = 1;
    private static final int BUILDING = 2;

    private final CarrierFileProperties properties;
    private final Organisation organisation;
    private final Clock clock;

    CarrierCells(CarrierFileProperties properties, Organisation organisation, Clock clock) {
        this.properties = properties;
        this.organisation = organisation;
        this.clock = clock;
    }

    String of(Column column, CarrierRow row) {
        CarrierField field = column.field();
        return field == null ? Objects.requireNonNull(column.text()) : of(field, row);
    }

    private String of(CarrierField field, CarrierRow row) {
        return switch (field) {
            case REFERENCE -> row.reference();
            case NAME -> row.delivery().name();
            case POSTAL_CODE ->
                    row.delivery().postalCode().replaceFirst("^(\\d{3})(\\d{4})$", "$1-$2");
            case POSTAL_DIGITS -> row.delivery().postalCode();
            case PREFECTURE -> prefecture(row);
            case CITY -> row.part(CITY);
            case STREET -> row.part(STREET);
            case BUILDING -> row.part(BUILDING);
            case ADDRESS -> address(row);
            case PHONE -> row.delivery().phone();
            case DAY -> row.wish().day() == null ? "" : day(row.wish().day());
            case SLOT -> row.wish().slot() == null ? "" : slot(row.wish().slot());
            case SENDER -> sender(row);
            case ORGANISATION -> organisation.name().in(Language.JA);
            case ORGANISATION_ADDRESS -> organisation.address().in(Language.JA);
            case ORGANISATION_PHONE -> organisation.phone();
            case SHIPPED_ON -> day(BusinessDate.of(clock.instant()));
        };
    }

    private static String prefecture(CarrierRow row) {
        return Optional.ofNullable(row.delivery().prefecture())
                .flatMap(Prefecture::of)
                .map(it -> it.words().in(Language.JA))
                .orElse("");
    }

    /** As Japan writes it in one line: the building stands apart. */
    private static String address(CarrierRow row) {
        String place = prefecture(row) + row.part(CITY) + row.part(STREET);
        return Stream.of(place, row.part(BUILDING))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("　"));
    }

    private String sender(CarrierRow row) {
        String from = row.delivery().from();
        return from.isEmpty() ? organisation.name().in(Language.JA) : from;
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(properties.dayPattern()).format(day);
    }

    private String slot(DeliverySlot slot) {
        return properties.slots().getOrDefault(slot, slot.words().in(Language.JA));
    }
}
