/**
 * Who our clients are, as staff say.
 */
@NullMarked
package org.interactionhub.commands.client;

import org.jspecify.annotations.NullMarked;
