/** Whether a posting is from whom it says: the secrets that providers share with us, and their handshakes. */
@NullMarked
package org.interactionhub.channels.proof;

import org.jspecify.annotations.NullMarked;
