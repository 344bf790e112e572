/**
 * Verifies an exported log without the console: shares no code with what wrote it, needs
 * no Spring and no database, only the format told in {@code docs/audit-log.md}.
 */
@NullMarked
package io.watchfloor.audit.offline;

import org.jspecify.annotations.NullMarked;
