/**
 * Mails in the reader's language, queued in the caller's transaction and sent later, however long
 * the mail server is away. The module that owns a matter writes its letters; nothing of what they
 * say is kept here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"desk", "kernel", "metrics", "outbox", "audit", "web"})
package org.lfnkr.zabuton.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
