/**
 * A mail as a thing of its own: MIME structure, headers, text, quoted history, charsets. Knows nothing of reports, ids
 * or channels, and takes whatever bytes the world sends.
 */
@NullMarked
package org.interactionhub.readers.mail;

import org.jspecify.annotations.NullMarked;
