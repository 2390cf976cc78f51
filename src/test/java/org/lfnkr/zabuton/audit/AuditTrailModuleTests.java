package org.lfnkr.zabuton.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;
import java.util.UUID;

@ModuleTest
class AuditTrailModuleTests {

    @Autowired AuditTrail audit;
    @Autowired DatabaseClient database;

    @Test
    void remembersWhoDidWhatAndWhy() {
        String subject = UUID.randomUUID().toString();

        audit.record("payments", "payment.held", subject, "AMOUNT").block();

        assertThat(reasonsFor(subject)).containsExactly("AMOUNT");
    }

    private List<String> reasonsFor(String subject) {
        return database.sql("select reason from audit.entry where subject = :subject")
                .bind("subject", subject)
                .mapValue(String.class)
                .all()
                .toStream()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set reason = ''",
                "delete from audit.entry",
                "truncate audit.entry"
            })
    void isNeverChanged(String change) {
        assertThatThrownBy(() -> database.sql(change).then().block())
                .hasMessageContaining("permission denied");
    }
}
