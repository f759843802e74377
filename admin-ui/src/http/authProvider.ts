import type { AuthProvider, HttpError } from 'ra-core';
import { canAccess } from '../permissions/permissions';
import { knownSession, post, request } from './request';
import { currentSession, endSession, rememberSession, type Session } from './session';

/** Signing in and out; what a person may see comes from the session's actions alone. */
export const authProvider: AuthProvider = {
  async login({ email, password }: { email: string; password: string }) {
    const session = await post<Session>('/session', { email, password });
    rememberSession(session);
    // Everybody else goes where they were, or to the beginning.
    if (session.user.mustChangePassword) return { redirectTo: '/password' };
  },
  async logout() {
    // Also called for whoever is not signed in yet.
    if (!currentSession()) return;
    try {
      await request('/session', { method: 'DELETE' });
    } catch {
      // The session is already gone: that is what was wanted.
    }
    rememberSession(null);
  },
  async checkAuth() {
    await knownSession();
  },
  async checkError(error: HttpError) {
    if (error.status !== 401) return;
    endSession();
    throw error;
  },
  async getIdentity() {
    const { user } = await knownSession();
    return { id: user.id, fullName: user.name, role: user.role, locale: user.locale };
  },
  async getPermissions() {
    return (await knownSession()).actions;
  },
  async canAccess({ resource, action }) {
    return canAccess((await knownSession()).actions, resource, action);
  },
};
