package org.lfnkr.zabuton.orders.desk;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The desk's list of orders as a file. */
@Component
class OrderTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Messages messages;

    OrderTable(Messages messages) {
        this.messages = messages;
    }

    /** The names of the columns. */
    List<String> head(Language language) {
        return Stream.of(
                        "code",
                        "placed",
                        "state",
                        "pieces",
                        "to",
                        "country",
                        "means",
                        "goods",
                        "shipping",
                        "gift",
                        "cover",
                        "total",
                        "tax",
                        "refunded")
                .map(column -> messages.text("orders.desk.column." + column, language))
                .toList();
    }

    void row(Sheet sheet, DeskOrder listed, Language language) {
        Order order = listed.order();
        sheet.row(
                order.reference(),
                TIME.format(order.placedAt().atZone(BusinessDate.TOKYO)),
                StringUtils.capitalize(
                        messages.text("orders.status." + listed.standing().code(), language)),
                listed.pieces(),
                order.zone().in(language),
                order.country(),
                means(listed, language),
                order.takings().goods().yen(),
                order.takings().shippingCharged().yen(),
                order.takings().gift().yen(),
                order.takings().cover().yen(),
                order.total().yen(),
                order.takings().tax().yen(),
                order.refunded().yen());
    }

    private String means(DeskOrder listed, Language language) {
        String means = listed.means();
        return OrderFilter.MEANS.contains(means)
                ? messages.text("orders.desk.means." + means, language)
                : means;
    }

    /** What of an address filters; empty where nothing does. */
    static String query(OrderFilter filter) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        values(filter).forEach(query::queryParam);
        return query.build().toUriString();
    }

    /** The same by name. */
    static Map<String, String> values(OrderFilter filter) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("state", filter.state() == null ? "" : filter.state().code());
        values.put("from", Objects.toString(filter.from(), ""));
        values.put("until", Objects.toString(filter.until(), ""));
        values.put("means", filter.means());
        values.put("ends", Objects.toString(filter.ends(), ""));
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
