package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.WorkingDays;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/** On which days a parcel can arrive within Japan. */
@Component
public class DeliveryDays {

    private final DeliveryProperties properties;

    DeliveryDays(DeliveryProperties properties) {
        this.properties = properties;
    }

    /**
     * The days that a buyer may wish for, the earliest first.
     *
     * @param paidOn when the order is paid
     * @param leadDays how long its goods take to be made
     */
    public List<LocalDate> offered(LocalDate paidOn, int leadDays, Destination to) {
        LocalDate first = WorkingDays.lastDay(paidOn.plusDays(leadDays)).plusDays(onTheWay(to));
        return first.datesUntil(first.plusDays(properties.offered())).toList();
    }

    /** How many days a parcel takes to get there. */
    public int onTheWay(Destination to) {
        String prefecture = to.prefecture() == null ? "" : to.prefecture();
        return properties.onTheWayTo().getOrDefault(prefecture, properties.onTheWay());
    }
}
