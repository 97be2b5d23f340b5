/** Web forms, posted by our own pages or by those of other sites. */
@NullMarked
package org.interactionhub.channels.webform;

import org.jspecify.annotations.NullMarked;
