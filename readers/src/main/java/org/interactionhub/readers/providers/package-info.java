/** Messengers, help desks and exchanges as files declare them: how they shake hands, sign what they post, and what their posts say. */
@NullMarked
package org.interactionhub.readers.providers;

import org.jspecify.annotations.NullMarked;
