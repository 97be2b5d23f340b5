/** Reports that other systems make themselves, as CloudEvents over HTTP. */
@NullMarked
package org.interactionhub.channels.open;

import org.jspecify.annotations.NullMarked;
