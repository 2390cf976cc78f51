package org.lfnkr.zabuton.vault;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.startup.OwnerDatabase;
import org.lfnkr.zabuton.startup.StartupCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The keys open what is in the database: with others, new people would be sealed beside old ones
 * whom nobody could read any more.
 */
@Component
@Order(10)
class VaultCheck implements StartupCheck {

    /** Jumps from one key to the next in the index, however many people there are. */
    private static final String USED =
            """
            with recursive used (id) as (
                select min(master_key_id) from vault.subject where erased_at is null
                union all
                select (select min(master_key_id) from vault.subject
                        where erased_at is null and master_key_id > used.id)
                from used where used.id is not null)
            select id from used where id is not null and not id = any(?)
            """;

    private final OwnerDatabase owner;
    private final KeyDirectoryCheck directory;
    private final MasterKeys masters;

    VaultCheck(OwnerDatabase owner, KeyDirectoryCheck directory, MasterKeys masters) {
        this.owner = owner;
        this.directory = directory;
        this.masters = masters;
    }

    @Override
    public String subject() {
        return "the vault's keys";
    }

    @Override
    public Moment moment() {
        return Moment.AFTER_MIGRATION;
    }

    @Override
    public void verify() {
        owner.ask(
                database -> {
                    verifyDirectory(database);
                    verifyKeys(database);
                    return true;
                });
    }

    private void verifyDirectory(Connection database) throws SQLException {
        try {
            directory.verify(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void verifyKeys(Connection database) throws SQLException {
        try (PreparedStatement used = database.prepareStatement(USED)) {
            used.setArray(1, database.createArrayOf("int", masters.ids().toArray()));
            try (ResultSet row = used.executeQuery()) {
                if (row.next()) {
                    throw new StartupRefused(
                            "zabuton.vault.key doesn't open what people told this database. Set it"
                                    + " to the key that does, or list that one in"
                                    + " zabuton.vault.previous-keys.");
                }
            }
        }
    }
}
