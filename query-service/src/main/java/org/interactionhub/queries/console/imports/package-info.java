/** The pages on which lists of clients are imported, looked at, and taken back. */
@NullMarked
package org.interactionhub.queries.console.imports;

import org.jspecify.annotations.NullMarked;
