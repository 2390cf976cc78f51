package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@ModuleTest
class ApplicationModuleTests {

    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;

    @Test
    void signsInWithARoleThatOwnsNothing() {
        String owned =
                "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner"
                        + " where r.rolname = current_user";

        Long tables = database.sql(owned).mapValue(Long.class).one().block();

        assertThat(tables).isZero();
        assertThat(testDatabase.name()).startsWith("zabuton_");
    }
}
