/**
 * Clients who change hands together, as staff say.
 */
@NullMarked
package org.interactionhub.commands.portfolio;

import org.jspecify.annotations.NullMarked;
