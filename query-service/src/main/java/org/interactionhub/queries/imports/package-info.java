/** Lists of clients: what an import of one would do, what became of those that were imported, what an undo would take back. */
@NullMarked
package org.interactionhub.queries.imports;

import org.jspecify.annotations.NullMarked;
