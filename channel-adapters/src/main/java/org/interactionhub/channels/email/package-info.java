/** Mail, by HTTP from a gateway and by SMTP. */
@NullMarked
package org.interactionhub.channels.email;

import org.jspecify.annotations.NullMarked;
