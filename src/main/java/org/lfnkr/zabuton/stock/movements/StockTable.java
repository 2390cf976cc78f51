package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The list of what is in stock as a file, and as an address. */
@Component
class StockTable {

    private final Messages messages;

    StockTable(Messages messages) {
        this.messages = messages;
    }

    List<String> head(Language language) {
        return Stream.of("sku", "name", "colour", "on-hand", "reserved", "available", "low-at")
                .map(column -> messages.text("stock.column." + column, language))
                .toList();
    }

    void row(Sheet sheet, StockPiece piece, Language language) {
        sheet.row(
                piece.sku(),
                piece.name().in(language),
                piece.colour().in(language),
                piece.onHand(),
                piece.reserved(),
                piece.available(),
                Objects.requireNonNullElse(piece.lowAt(), ""));
    }

    /** What of an address filters or orders; empty where nothing does. */
    static String query(StockFilter filter) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        filter.values()
                .forEach(
                        (name, value) ->
                                query.queryParam(
                                        name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        return query.build(true).toUriString();
    }
}
