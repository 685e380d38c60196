// The source of somebody who was named by a friend: kept in the file as this key, said in the owner's language.
export const referralSource = 'referral'
