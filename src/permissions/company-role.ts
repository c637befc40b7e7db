/** What an account may do for a company, from everything to reading only. */
export const companyRoles = ['owner', 'recruiter', 'reader'] as const;
export type CompanyRole = (typeof companyRoles)[number];
