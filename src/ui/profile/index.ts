export { ProfileCard } from './profile-card'
export { ProfileDocument } from './profile-document'
export { ProfileView } from './profile-view'
