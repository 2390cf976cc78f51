package org.lfnkr.zabuton.giving.desk;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/** The desk's list of gifts as a file. */
@Component
class GiftTable {

    private final Messages messages;

    GiftTable(Messages messages) {
        this.messages = messages;
    }

    /** The names of the columns. */
    List<String> head(Language language) {
        return Stream.of("gift", "arrived", "kind", "cause", "means", "sum", "cover", "fee", "back")
                .map(column -> messages.text("giving.gifts.column." + column, language))
                .toList();
    }

    void row(Sheet sheet, ListedGift gift, Language language) {
        sheet.row(
                gift.reference(),
                BusinessDate.of(gift.charge().chargedAt()).toString(),
                messages.text("giving.gifts.kind." + gift.kind(), language),
                messages.text("giving.cause." + gift.cause().code(), language),
                messages.text("charges.data.method." + gift.means(), language),
                gift.charge().parts().total().yen(),
                gift.charge().parts().cover().yen(),
                gift.charge().fee().yen(),
                gift.back().yen());
    }
}
